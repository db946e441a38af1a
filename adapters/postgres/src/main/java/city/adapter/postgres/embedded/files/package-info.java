/// What lies on disk before a server runs: its programs, unpacked once, and what is done to whole folders.
@NullMarked
package city.adapter.postgres.embedded.files;

import org.jspecify.annotations.NullMarked;
