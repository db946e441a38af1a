package broken.circle.world.kernel.state;

import broken.circle.world.kernel.Clock;

public interface Column {
    Clock clock();
}
