package city.adapter.web.map;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.web.TestCrowd;
import city.world.Atlas;
import city.world.LocationId;
import city.world.LocationKind;
import city.world.WorldReads.LocationState;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MapFrameTest {
    private static final Instant NOW = Instant.parse("2030-01-01T06:00:00Z");
    private static final Grounds GROUNDS = Grounds.of(List.of(place(1000, 500, 100)));

    @Test
    void aFrameHoldsTheMomentTheViewportAndWhoIsInIt() {
        var frame = frame(crowd(2, 1), new Viewport(900, 400, 1100, 600, 100));

        assertThat(frame.get(0)).isEqualTo(MapFrame.RESIDENTS);
        assertThat(frame.getInt(4)).isEqualTo(3);
        assertThat(frame.getLong(8)).isEqualTo(12);
        assertThat(frame.getLong(16)).isEqualTo(NOW.toEpochMilli());
        assertThat(List.of(frame.getInt(24), frame.getInt(28), frame.getInt(32), frame.getInt(36)))
                .containsExactly(900, 400, 1100, 600);
        assertThat(frame.getInt(40)).isEqualTo(2);
        assertThat(frame.getInt(44)).isEqualTo(1);
        assertThat(frame.capacity())
                .isEqualTo(MapFrame.HEADER_BYTES + 2 * MapFrame.STANDING_BYTES + MapFrame.WALKING_BYTES);
    }

    @Test
    void whoStandsIsWithinAFewMetresOfItsPlace() {
        var frame = frame(crowd(50, 0), new Viewport(900, 400, 1100, 600, 100));

        for (int i = 0; i < 50; i++) {
            int at = MapFrame.HEADER_BYTES + i * MapFrame.STANDING_BYTES;
            double x = 900 + Short.toUnsignedInt(frame.getShort(at + 4)) * 200 / 65_535.0;
            double y = 400 + Short.toUnsignedInt(frame.getShort(at + 6)) * 200 / 65_535.0;
            assertThat(Math.hypot(x - 1000, y - 500)).isLessThan(15);
            assertThat(frame.getInt(at)).isEqualTo(i);
            assertThat(frame.getShort(at + 8)).isZero();
            assertThat(frame.get(at + 10)).isEqualTo((byte) 1);
        }
    }

    @Test
    void aCrowdDoesNotStandOnOneSpot() {
        var spots = new HashSet<List<Integer>>();
        for (int slot = 0; slot < 200; slot++) {
            spots.add(List.of(GROUNDS.xOf(0, slot), GROUNDS.yOf(0, slot)));
        }

        assertThat(spots).hasSizeGreaterThan(190);
    }

    @Test
    void aWalkerTellsWhereFromWhereToAndWhen() {
        var frame = frame(crowd(0, 1), new Viewport(900, 400, 1100, 600, 100));

        int at = MapFrame.HEADER_BYTES;
        assertThat(frame.getInt(at + 4)).isEqualTo(GROUNDS.xOf(0, 0));
        assertThat(frame.getInt(at + 16)).isEqualTo(GROUNDS.yOf(0, 0));
        assertThat(frame.getInt(at + 20)).isEqualTo(10 - 12);
        assertThat(frame.getInt(at + 24)).isEqualTo(20 - 12);
        assertThat(frame.getShort(at + 28)).isZero();
    }

    @Test
    void whoIsElsewhereIsLeftOut() {
        var frame = frame(crowd(9, 9), new Viewport(0, 0, 100, 100, 100));

        assertThat(frame.getInt(4)).isZero();
        assertThat(frame.capacity()).isEqualTo(MapFrame.HEADER_BYTES);
    }

    @Test
    void aMultitudeIsToldByNumbers() {
        var frame = frame(crowd(MapFrame.MOST_RESIDENTS, 500), Viewport.of(900, 400, 1100, 600, 4));

        assertThat(frame.get(0)).isEqualTo(MapFrame.GRID);
        assertThat(frame.getInt(4)).isEqualTo(MapFrame.MOST_RESIDENTS + 500);
        int people = 0;
        for (int i = 0; i < frame.getInt(40); i++) {
            int at = MapFrame.HEADER_BYTES + i * MapFrame.CELL_BYTES;
            assertThat(frame.getShort(at)).isBetween((short) 0, (short) 80);
            people += frame.getInt(at + 4);
        }
        assertThat(people).isEqualTo(MapFrame.MOST_RESIDENTS + 500);
        assertThat(frame.capacity()).isLessThan(10_000);
    }

    @Test
    void aGridIsBoundedHoweverFarOneSees() {
        var far = Viewport.of(
                -Viewport.FARTHEST_METERS,
                -Viewport.FARTHEST_METERS,
                Viewport.FARTHEST_METERS,
                Viewport.FARTHEST_METERS,
                1000);

        assertThat(far.columns()).isLessThanOrEqualTo(Viewport.MOST_CELLS);
        assertThat(far.rows()).isLessThanOrEqualTo(Viewport.MOST_CELLS);
        assertThat(frame(crowd(20_000, 0), far).getInt(4)).isEqualTo(20_000);
    }

    private static ByteBuffer frame(Crowd crowd, Viewport view) {
        return ByteBuffer.wrap(MapFrame.of(crowd, view)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static Crowd crowd(int standing, int walking) {
        return new Crowd(12, NOW, new TestCrowd(standing, walking), new TestCrowd.Deeds(standing + walking), GROUNDS);
    }

    private static LocationState place(int x, int y, int capacity) {
        var location = new Atlas.Location(
                new LocationId(new UUID(3, 1)), "Square", LocationKind.SQUARE, x, y, capacity, List.of());
        return new LocationState(
                location, new UUID(2, 1), "Downtown", new UUID(2, 2), true, Optional.empty(), 0, 0, List.of());
    }
}
