package city.app.bench.soak;

import city.app.Failure;
import city.app.bench.child.ChildCity;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// What a process keeps of its heap when all garbage is collected, which `jcmd` asks it to do.
final class LiveHeap {
    /// Instances and bytes of all classes.
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private LiveHeap() {}

    static double megabytes(ChildCity city) throws IOException, InterruptedException {
        var jcmd = ChildCity.java().resolveSibling("jcmd");
        var process = new ProcessBuilder(jcmd.toString(), Long.toString(city.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        var text = new String(process.getInputStream().readAllBytes());
        process.waitFor(1, TimeUnit.MINUTES);
        var total = TOTAL.matcher(text);
        if (!total.find()) {
            throw Failure.doesNotHold(
                    "jcmd told no heap: " + text.lines().findFirst().orElse("nothing"));
        }
        return Long.parseLong(total.group(1)) / 1e6;
    }
}
