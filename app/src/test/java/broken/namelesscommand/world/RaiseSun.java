package broken.namelesscommand.world;

import broken.namelesscommand.world.kernel.Command;

public record RaiseSun() implements Command {}
