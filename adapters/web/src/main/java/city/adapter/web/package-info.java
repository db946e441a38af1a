/// Answers people and programs over HTTP: the REST API, its description and the operator's endpoints.
@NullMarked
package city.adapter.web;

import org.jspecify.annotations.NullMarked;
