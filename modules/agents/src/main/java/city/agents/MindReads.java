package city.agents;

/// How the minds of a running city are doing. Safe from any thread.
public interface MindReads {
    MindReport report();
}
