package broken.namelesscommand.world.kernel;

public interface Command {}
