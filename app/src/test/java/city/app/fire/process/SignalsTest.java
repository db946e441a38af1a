package city.app.fire.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SignalsTest {
    @Test
    void aPausedProcessEndsOnlyWhenItIsResumed() throws Exception {
        var process = new ProcessBuilder("sleep", "60").start();
        try {
            Signals.pause(process.pid());
            process.destroy();

            assertThat(process.waitFor(300, TimeUnit.MILLISECONDS)).isFalse();
            Signals.resume(process.pid());
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aProcessThatIsGoneIsNoError() throws Exception {
        var process = new ProcessBuilder("true").start();
        process.waitFor();

        assertThatCode(() -> {
                    Signals.resume(process.pid());
                    Signals.kill(process.pid());
                })
                .doesNotThrowAnyException();
    }
}
