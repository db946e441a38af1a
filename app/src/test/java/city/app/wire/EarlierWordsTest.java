package city.app.wire;

import static org.assertj.core.api.Assertions.assertThat;

import city.agents.AgentsCommand.Edit;
import city.agents.Persona.SomeTraits;
import city.agents.Persona.Traits;
import city.app.wiring.CityParts;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Journals hold what earlier releases wrote.
class EarlierWordsTest {
    private static final String ALL_TRAITS = """
            {"resident":"00000000-0000-0001-0000-000000000001","traits":{"openness":70,"conscientiousness":1,\
            "extraversion":2,"agreeableness":3,"neuroticism":4,"earliness":5}}""";

    @Test
    void anEditThatNamedAllTraitsSetsThemAll() {
        var edit = (Edit) CityParts.CODEC.read("agents.edit.v1", ALL_TRAITS);

        assertThat(edit.traits().map(it -> it.over(Traits.LIKE_MOST))).hasValue(new Traits(70, 1, 2, 3, 4, 5));
        assertThat(CityParts.CODEC.write(edit)).isEqualTo(ALL_TRAITS);
    }

    @Test
    void anEditNamesWhatItChanges() {
        var openness = new SomeTraits(
                Optional.of(70),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var before = (Edit) CityParts.CODEC.read("agents.edit.v1", ALL_TRAITS);
        var edit = new Edit(
                before.resident(), Optional.empty(), Optional.empty(), Optional.of(openness), Optional.empty());

        assertThat(CityParts.CODEC.read("agents.edit.v1", CityParts.CODEC.write(edit)))
                .isEqualTo(edit);
    }
}
