package broken.kernelknowsplaces.world;

public record Street(String name) {}
