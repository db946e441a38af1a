package city.app.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// The text of the house's own Java files, read as a person would.
final class Sources {
    record SourceFile(Path path, List<String> lines) {}

    record Method(String where, int lines) {}

    private Sources() {}

    /// Every Java file of the house, tests included, in a fixed order.
    static List<SourceFile> all() {
        return Stream.of("modules", "adapters", "app")
                .flatMap(folder -> filesUnder(root().resolve(folder)).stream())
                .filter(path -> path.toString().endsWith(".java"))
                .filter(path -> !path.toString().contains("/target/"))
                .sorted()
                .map(path -> new SourceFile(root().relativize(path), linesOf(path)))
                .toList();
    }

    /// Every method and constructor that has a body.
    static List<Method> methodsOf(List<SourceFile> files) {
        try {
            var compiler = ToolProvider.getSystemJavaCompiler();
            try (var manager = compiler.getStandardFileManager(null, null, null)) {
                var units = manager.getJavaFileObjectsFromPaths(
                        files.stream().map(file -> root().resolve(file.path())).toList());
                var task = (JavacTask) compiler.getTask(null, manager, null, null, null, units);
                return measure(task);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Method> measure(JavacTask task) throws IOException {
        var measured = new ArrayList<Method>();
        for (var unit : task.parse()) {
            new Measure(unit, Trees.instance(task).getSourcePositions(), measured).scan(unit, null);
        }
        return measured;
    }

    private static final class Measure extends TreeScanner<Object, Object> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Method> found;

        Measure(CompilationUnitTree unit, SourcePositions positions, List<Method> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Object visitMethod(MethodTree method, Object data) {
            var body = method.getBody();
            if (body != null) {
                var first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, body));
                var last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, body));
                var where = root().relativize(Path.of(unit.getSourceFile().toUri())) + " " + method.getName();
                found.add(new Method(where, (int) (last - first + 1)));
            }
            return super.visitMethod(method, data);
        }
    }

    /// Tests run in the app's folder; the house is the folder above it.
    private static Path root() {
        return Path.of("").toAbsolutePath().getParent();
    }

    private static List<Path> filesUnder(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> linesOf(Path path) {
        try {
            return Files.readAllLines(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
