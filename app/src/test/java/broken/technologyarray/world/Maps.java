package broken.technologyarray.world;

import java.nio.file.Path;

record Maps(Path[] files) {}
