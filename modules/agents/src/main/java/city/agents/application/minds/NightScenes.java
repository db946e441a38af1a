package city.agents.application.minds;

import city.agents.AgentsReads;
import city.agents.LifeReads.LifeState;
import city.agents.domain.prompt.NightScene;
import city.agents.domain.prompt.NightScene.Known;
import city.agents.domain.prompt.NightScene.Shift;
import city.agents.spi.MindsPorts;
import city.economy.EconomyReads;
import city.economy.EconomyReads.JobState;
import city.memory.Memory;
import city.social.SocialReads;
import city.social.SocialReads.Relationship;
import city.world.Hours;
import city.world.ResidentId;
import city.world.kernel.state.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Gathers all that a resident may be aware of when it has fallen asleep. Its cost does not grow with the city.
final class NightScenes {
    private static final int MOST_PEOPLE = 12;
    private static final int MINUTES_PER_HOUR = 60;

    /// After so long a sleep it is the next day for everybody.
    private static final Duration NIGHT = Duration.ofHours(8);

    private final AgentsReads agents;
    private final EconomyReads economy;
    private final SocialReads social;
    private final Scenes scenes;
    private final Guide guide;

    NightScenes(MindsPorts ports, Scenes scenes, Guide guide) {
        this.agents = ports.agents();
        this.economy = ports.economy();
        this.social = ports.social();
        this.scenes = scenes;
        this.guide = guide;
    }

    NightScene look(View view, List<Memory> memories) {
        var snapshot = view.snapshot();
        var now = view.seen().time();
        var wakes = now.plus(NIGHT);
        return new NightScene(
                view.who().persona(),
                view.life(),
                now,
                wakes,
                view.purse().balance(),
                view.purse().job().map(it -> shift(snapshot, it, wakes)),
                people(snapshot, view.life()),
                scenes.places(view),
                guide.prices(snapshot),
                scenes.opinions(view),
                memories.stream().map(it -> scenes.memory(snapshot, it)).toList());
    }

    private Shift shift(Snapshot snapshot, JobState job, Instant wakes) {
        var firm = economy.findFirm(snapshot, job.firm());
        return new Shift(job.title(), firm.map(it -> it.name()).orElse(""), hours(job.shift(), wakes));
    }

    /// Of an ordinary week: which days are lived as a Sunday is known on the day.
    private static String hours(Hours shift, Instant day) {
        int dayOfWeek = LocalDate.ofInstant(day, ZoneOffset.UTC).getDayOfWeek().getValue() - 1;
        return shift.has(dayOfWeek) ? clock(shift.fromMinute()) + " to " + clock(shift.toMinute()) : "";
    }

    private static String clock(int minute) {
        int hour = minute / MINUTES_PER_HOUR % 24;
        int rest = minute % MINUTES_PER_HOUR;
        return (hour < 10 ? "0" : "") + hour + (rest < 10 ? ":0" : ":") + rest;
    }

    private List<Known> people(Snapshot snapshot, LifeState life) {
        return social.relationships(snapshot, life.id()).stream()
                .limit(MOST_PEOPLE)
                .flatMap(it -> known(snapshot, life, it).stream())
                .toList();
    }

    private Optional<Known> known(Snapshot snapshot, LifeState life, Relationship tie) {
        return agents.findResident(snapshot, tie.to())
                .map(it -> new Known(it.id(), it.persona().name(), words(life, it.id(), tie)));
    }

    private static String words(LifeState life, ResidentId other, Relationship tie) {
        if (life.partner().filter(other::equals).isPresent()) {
            return "partner";
        }
        return life.parents().contains(other)
                ? "parent"
                : tie.tie().type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
