package city.world.kernel.engine;

import java.util.Optional;

/// A handler or a phase threw, or a handler went deeper than the stack: a bug. All since the last commit is discarded.
final class RuleBroke extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Pending> culprit;

    /// @param culprit the command, empty when a tick broke
    RuleBroke(Optional<Pending> culprit, Throwable cause) {
        super(culprit.map(it -> it.type()).orElse("a tick") + ": " + cause, cause);
        this.culprit = culprit;
    }

    Optional<Pending> culprit() {
        return culprit;
    }
}
