package broken.backdoor.world.domain;

public record Ground(int meters) {}
