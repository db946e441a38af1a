package city.agents;

public enum ResidentStatus {
    ACTIVE,
    SLEEPING,
    PAUSED,
    DEPARTED
}
