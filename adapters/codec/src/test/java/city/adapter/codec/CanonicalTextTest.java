package city.adapter.codec;

import static city.adapter.codec.Samples.ANN;
import static city.adapter.codec.Samples.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.codec.Samples.Act;
import city.adapter.codec.Samples.Audit;
import city.adapter.codec.Samples.CloseShop;
import city.adapter.codec.Samples.Money;
import city.adapter.codec.Samples.MoneyMoved;
import city.adapter.codec.Samples.Move;
import city.adapter.codec.Samples.Plan;
import city.adapter.codec.Samples.ResidentId;
import city.adapter.codec.Samples.Say;
import city.adapter.codec.Samples.Slot;
import city.adapter.codec.Samples.Transfer;
import city.adapter.codec.Samples.TransferResult.Done;
import city.adapter.codec.Samples.WaitHere;
import city.adapter.codec.Samples.Weigh;
import city.adapter.codec.Samples.Weight;
import city.world.kernel.Genesis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// These texts are hashed in journals: whoever changes one of them breaks every city that was ever kept.
class CanonicalTextTest {
    private static final String A = "\"00000000-0000-8000-8000-00000000000a\"";
    private static final String B = "\"00000000-0000-8000-8000-00000000000b\"";

    private final JsonCodec codec = Samples.codec();

    @Test
    void anEventIsAnObjectWithBareIdsAndMoneyAsADecimal() {
        var moved = new MoneyMoved(ANN, new ResidentId(ANN), new ResidentId(BEN), new Money(100_000), Long.MIN_VALUE);

        assertThat(codec.nameOf(MoneyMoved.class)).isEqualTo("sample.money-moved.v1");
        assertThat(codec.write(moved))
                .isEqualTo("{\"subject\":" + A + ",\"from\":" + A + ",\"to\":" + B
                        + ",\"amount\":\"1000.00\",\"balance\":-9223372036854775808}");
    }

    @Test
    void anEmptyOptionalIsAbsent() {
        assertThat(codec.write(new Transfer(new ResidentId(ANN), new ResidentId(BEN), new Money(-5), Optional.empty())))
                .isEqualTo("{\"from\":" + A + ",\"to\":" + B + ",\"amount\":\"-0.05\"}");
        assertThat(codec.write(new Weigh(new Weight(1), Optional.empty(), Map.of())))
                .isEqualTo("{\"weight\":{\"grams\":1.0},\"others\":{}}");
    }

    @Test
    void everyKindOfValueHasOneText() {
        assertThat(codec.write(Samples.profile()))
                .isEqualTo("{\"name\":\"sample.profile.v1\",\"awake\":true,\"mood\":-7,\"score\":3.5,"
                        + "\"contract\":\"full_time\",\"born_at\":\"2026-03-01T12:30:00.250Z\",\"shift\":\"PT1H30M\","
                        + "\"persona_text\":\"Ann \\\"the\\\" baker\\n\",\"slots\":[3,1],"
                        + "\"traits\":{\"age\":\"40\",\"zest\":\"high\"}}");
    }

    @Test
    void whatIsNamedOrPermittedIsAnObjectEvenWithOneValue() {
        assertThat(codec.write(new Audit(7))).isEqualTo("{\"minimum\":7}");
        assertThat(codec.write(new CloseShop())).isEqualTo("{}");
        assertThat(codec.write(new Done(ANN))).isEqualTo("{\"id\":" + A + "}");
    }

    @Test
    void aMemberOfAnInterfaceBeginsWithItsType() {
        var plan = new Plan(List.of(new WaitHere(), new Say("hi")));

        assertThat(codec.write(new Act(new ResidentId(ANN), new Move(new ResidentId(BEN)), List.of(plan))))
                .isEqualTo("{\"resident\":" + A + ",\"action\":{\"type\":\"move\",\"to\":" + B + "},\"later\":["
                        + "{\"type\":\"sample.plan.v1\",\"steps\":[{\"type\":\"wait_here\"},"
                        + "{\"type\":\"say\",\"words\":\"hi\"}]}]}");
    }

    @Test
    void genesisHoldsTheFoundingCommandsByName() {
        var genesis = Samples.genesis(List.of(new CloseShop(), new Audit(1)));

        assertThat(codec.write(genesis))
                .isEqualTo("{\"name\":\"village\",\"seed\":42,\"rules_version\":1,\"epoch\":\"2026-01-01T06:00:00Z\","
                        + "\"step\":\"PT5M\",\"founding\":[{\"type\":\"sample.close-shop.v1\"},"
                        + "{\"type\":\"sample.audit.v1\",\"minimum\":1}]}");
        assertThat(codec.read("kernel.genesis.v1", codec.write(genesis))).isEqualTo(genesis);
        assertThat(codec.write(new Genesis.Founded(2))).isEqualTo("{\"commands\":2}");
    }

    @Test
    void stringsAreEscapedAsLittleAsJsonAllows() {
        String words = "é/\u2028 \uD83C\uDFD9 <&> \" \\ \b\t\n\f\r \u0001\u001f\u007f";
        var act = new Act(new ResidentId(ANN), new Say(words), List.of());

        String text = codec.write(act);

        assertThat(text).contains("\"é/\u2028 \uD83C\uDFD9 <&> \\\" \\\\ \\b\\t\\n\\f\\r \\u0001\\u001f\u007f\"");
        assertThat(codec.read("sample.act.v1", text)).isEqualTo(act);
    }

    @Test
    void equalMapsGiveEqualTextsWhateverTheirOrder() {
        var forth = new LinkedHashMap<String, List<Weight>>();
        IntStream.range(0, 50).forEach(i -> forth.put("k" + i, List.of()));
        var back = new TreeMap<String, List<Weight>>(forth).descendingMap();

        assertThat(codec.write(new Weigh(new Weight(0.1), Optional.of(new Slot(0)), forth)))
                .isEqualTo(codec.write(new Weigh(new Weight(0.1), Optional.of(new Slot(0)), back)))
                .contains("\"slot\":0,\"others\":{\"k0\":[],\"k1\":[],\"k10\":[]");
    }

    @Test
    void whatNoTextCanHoldIsNotWritten() {
        assertThatThrownBy(() -> codec.write(say("a\uD800b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sample.act.v1: must not hold U+0000 or half a surrogate pair: \"a?b\"");
        assertThatThrownBy(() -> codec.write(say("\0")))
                .hasMessage("sample.act.v1: must not hold U+0000 or half a surrogate pair: \"\\u0000\"");
        assertThatThrownBy(() -> codec.write(new Weigh(new Weight(Double.NaN), Optional.empty(), Map.of())))
                .hasMessage("sample.weigh.v1: must be a finite number: NaN");
        assertThatThrownBy(() -> codec.write("text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("java.lang.String has no wire name here");
    }

    @Test
    @SuppressWarnings("NullAway")
    void aNullIsNamedAndNotWritten() {
        assertThatThrownBy(() -> codec.write(new Done(null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "sample.transferred.v1: city.adapter.codec.Samples$TransferResult$Done.id must not be null");
    }

    @Test
    void manyThreadsGiveOneText() {
        var profile = Samples.profile();
        String text = codec.write(profile);

        assertThat(IntStream.range(0, 2_000)
                        .parallel()
                        .mapToObj(_ -> codec.write(profile))
                        .distinct())
                .containsExactly(text);
        assertThat(IntStream.range(0, 2_000)
                        .parallel()
                        .mapToObj(_ -> codec.read("sample.profile.v1", text))
                        .distinct())
                .containsExactly(profile);
    }

    private static Act say(String words) {
        return new Act(new ResidentId(ANN), new Say(words), List.of());
    }
}
