package broken.circle.world.kernel;

import broken.circle.world.kernel.state.Column;

public record Clock(Column ticks) {}
