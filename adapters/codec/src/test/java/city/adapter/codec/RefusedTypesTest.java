package city.adapter.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.codec.shape.WireNames;
import city.world.kernel.EventType;
import city.world.kernel.WireName;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What could not be written is refused when the codec is made, not when a city runs.
@SuppressWarnings("JavaUtilDate")
class RefusedTypesTest {
    private static final String HERE = "city.adapter.codec.RefusedTypesTest$";

    @Test
    void aRecordWithoutANameIsRefused() {
        refuses(HERE + "Nameless has neither @WireName nor @EventType", Nameless.class);
        refuses(HERE + "Nameless has neither @WireName nor @EventType", Mixed.class);
        refuses(HERE + "TwoNames has both @WireName and @EventType", TwoNames.class);
    }

    @Test
    void aNameOfTwoRecordsIsRefused() {
        refuses("sample.twin.v1 names both " + HERE + "Twin and " + HERE + "OtherTwin", Twin.class, OtherTwin.class);
    }

    @Test
    void aFamilyIsListedOnceButARecordMayBelongToTwo() {
        refuses(HERE + "Twin is listed twice", Twin.class, Twin.class);

        var codec = new JsonCodec(List.of(Good.class, Better.class));

        assertThat(codec.write(new Shared(5))).isEqualTo("{\"minutes\":5}");
    }

    @Test
    void onlyRecordsAndSealedInterfacesAreFamilies() {
        refuses("java.util.Date is neither a record nor a sealed interface", Date.class);
        refuses("java.lang.Comparable is neither a record nor a sealed interface", Comparable.class);
    }

    @Test
    void aComponentThatCannotBeWrittenIsRefused() {
        refuses(HERE + "Dated.at: java.util.Date cannot be written. Maybe it needs a scalar", Dated.class);
        refuses(HERE + "Raw.all: java.util.List has no registered member", Raw.class);
        refuses(
                HERE + "Odd.all: java.util.Optional<java.lang.String> cannot be written. Maybe it needs a scalar",
                Odd.class);
        refuses(HERE + "Open.any: java.lang.Comparable has no registered member", Open.class);
    }

    @Test
    void namesThatMeetAreRefused() {
        refuses(HERE + "SameKeys has two components that are written as a_b", SameKeys.class);
        refuses(HERE + "SameConstants has two constants that are written as up", SameEnum.class);
        refuses(HERE + "Typed must not have a component named type, as a member of " + HERE + "Shaped", HasShape.class);
        refuses(
                "done names both " + HERE + "First$Done and " + HERE + "Second$Done in " + HERE + "Both",
                HasBoth.class);
    }

    @Test
    void scalarsAreGivenOnceAndForNoOtherUse() {
        var builder = JsonCodec.builder().scalar(Date.class, Date::toString, _ -> new Date(0));

        assertThatThrownBy(() -> builder.scalar(Date.class, Date::toString, _ -> new Date(0)))
                .hasMessage("java.util.Date has two scalars");
        assertThatThrownBy(() -> builder.scalar(UUID.class, UUID::toString, UUID::fromString))
                .hasMessage("java.util.UUID is written without a scalar");
        assertThatThrownBy(() -> builder.family(Twin.class)
                        .scalar(Twin.class, Twin::toString, _ -> new Twin())
                        .build())
                .hasMessage(HERE + "Twin has a scalar but must be written as an object");
    }

    @Test
    void namesInJavaBecomeSnakeCase() {
        assertThat(List.of("a", "residentId", "HTTPPort", "top10Residents", "InsufficientFunds", "x1"))
                .map(WireNames::snakeCase)
                .containsExactly("a", "resident_id", "http_port", "top10_residents", "insufficient_funds", "x1");
    }

    private static void refuses(String message, Class<?>... families) {
        assertThatThrownBy(() -> new JsonCodec(Arrays.asList(families)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    record Nameless() implements Mixed {}

    sealed interface Mixed {}

    @WireName("sample.two.v1")
    @EventType(value = "sample.two.v1", topic = "sample")
    record TwoNames() {}

    @WireName("sample.twin.v1")
    record Twin() {}

    @WireName("sample.twin.v1")
    record OtherTwin() {}

    sealed interface Good {}

    sealed interface Better {}

    @WireName("sample.shared.v1")
    record Shared(int minutes) implements Good, Better {}

    @WireName("sample.dated.v1")
    record Dated(Date at) {}

    @WireName("sample.raw.v1")
    @SuppressWarnings("rawtypes")
    record Raw(List all) {}

    @WireName("sample.odd.v1")
    record Odd(List<Optional<String>> all) {}

    @WireName("sample.open.v1")
    record Open(Comparable<String> any) {}

    @WireName("sample.same-keys.v1")
    record SameKeys(int aB, int a_b) {}

    enum SameConstants {
        UP,
        up
    }

    @WireName("sample.same-enum.v1")
    record SameEnum(SameConstants constant) {}

    sealed interface Shaped {}

    record Typed(String type, List<Shaped> more) implements Shaped {}

    @WireName("sample.has-shape.v1")
    record HasShape(Typed typed) {}

    sealed interface Both {}

    sealed interface First extends Both {
        record Done() implements First {}
    }

    sealed interface Second extends Both {
        record Done() implements Second {}
    }

    @WireName("sample.has-both.v1")
    record HasBoth(Both both) {}
}
