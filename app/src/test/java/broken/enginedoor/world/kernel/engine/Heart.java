package broken.enginedoor.world.kernel.engine;

public record Heart(int beats) {}
