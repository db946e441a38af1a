package city.adapter.redis.projection;

import static org.assertj.core.api.Assertions.assertThat;

import city.adapter.redis.LivingCity;
import city.adapter.redis.projection.Projector.Standing;
import city.adapter.redis.projection.Store.Session;
import city.agents.ResidentStatus;
import city.economy.AccountId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/// Whatever happens to the city, to the store and to the projector, in whatever order: in the end the store shows the
/// city and nothing else.
class ProjectorPropertyTest {
    private static final Keys KEYS = new Keys("p:");
    private static final int ENOUGH_ROUNDS = 50;

    enum Kind {
        SPAWN,
        DEPART,
        MOVE,
        EARN,
        TALK,
        FALL_SILENT,
        SWEEP_LOG,
        PASS,
        /// One round of the projector.
        LOOK,
        FLUSH,
        GO_AWAY,
        COME_BACK,
        LOSE_ANSWER,
        /// Somebody writes to the marker what stands there.
        TOUCH,
        /// The process ends and starts again; its cursor was saved.
        RESTART,
        RESTORE,
        /// The next deed of the city comes between two writes of the projector.
        MEANWHILE
    }

    record Deed(Kind kind, int slot, int amount) {}

    /// A city, a store and a projector between them, driven as the follower drives it.
    private static final class World {
        final MadeUpCity city = new MadeUpCity();
        final FakeStore store = new FakeStore(KEYS.marker());
        final Queue<Deed> meanwhile = new ArrayDeque<>();
        private int epochs;
        private long nanos;
        private boolean ours;
        private Projector projector = projector(false);
        private @Nullable Session session;

        World() {
            store.beforeWrite(() -> {
                var deed = meanwhile.poll();
                if (deed != null) {
                    doIt(deed);
                }
            });
        }

        private Projector projector(boolean knowsStore) {
            return new Projector(
                    city.kernel(),
                    city.content(KEYS),
                    LivingCity.CODEC,
                    "made up",
                    knowsStore,
                    () -> "" + ++epochs,
                    () -> nanos);
        }

        void doIt(Deed deed) {
            switch (deed.kind) {
                case SPAWN -> city.spawn(deed.amount);
                case DEPART -> city.depart(deed.slot);
                case MOVE -> city.move(deed.slot, deed.amount);
                case EARN -> city.earn(deed.slot, 1 + deed.amount);
                case TALK -> city.talk(deed.slot);
                case FALL_SILENT -> city.fallSilent(deed.slot);
                case SWEEP_LOG -> city.sweepLog();
                case PASS -> city.pass();
                case LOOK -> look();
                case FLUSH -> store.flush();
                case GO_AWAY -> store.away(true);
                case COME_BACK -> store.away(false);
                case LOSE_ANSWER -> store.loseNextAnswer();
                case TOUCH -> touch();
                case RESTART -> {
                    ours = false;
                    session = null;
                    projector = projector(projector.position() > 0);
                }
                case RESTORE -> restore();
                case MEANWHILE -> meanwhile.add(new Deed(Kind.EARN, deed.slot, deed.amount));
            }
        }

        private void touch() {
            var marker = store.hash(KEYS.marker());
            if (!marker.isEmpty()) {
                store.put(KEYS.marker(), Map.copyOf(marker));
            }
        }

        /// Never while the city runs.
        private void restore() {
            city.restore();
            ours = false;
            session = null;
            projector = projector(projector.position() > 0);
        }

        boolean look() {
            nanos += Duration.ofMillis(250).toNanos();
            try {
                var open = session == null ? store.open() : session;
                session = open;
                var standing = ours ? projector.follow(open, Duration.ZERO) : projector.takeUp(open);
                ours = standing == Standing.OURS;
                if (standing == Standing.FOREIGN) {
                    projector.forget();
                }
            } catch (StoreFailed away) {
                ours = false;
                session = null;
            } catch (InterruptedException never) {
                throw new AssertionError(never);
            }
            return ours && projector.position() == city.lastSequence();
        }

        void settle() {
            store.away(false);
            int rounds = 0;
            while (!look() || !meanwhile.isEmpty()) {
                assertThat(++rounds).as("rounds until all is shown").isLessThan(ENOUGH_ROUNDS);
            }
            // An emptied store is noticed within a second, four rounds, and filled in the next ones.
            for (int round = 0; round < 10; round++) {
                look();
            }
        }

        void mustBeShown() {
            var snapshot = city.snapshot();
            var wealth = new TreeMap<String, Double>();
            var keys = new TreeSet<>(List.of(KEYS.world(), KEYS.marker()));
            for (var resident : city.residents(snapshot, 0, Integer.MAX_VALUE)) {
                if (resident.status() != ResidentStatus.DEPARTED) {
                    var id = resident.id().value().toString();
                    var balance = city.findAccount(
                                    snapshot, new AccountId(resident.id().value()))
                            .orElseThrow()
                            .balance();
                    var where = city.whereIs(snapshot, resident.id()).orElseThrow();
                    wealth.put(id, balance.minor() / 100.0);
                    keys.add("p:agent:" + id);
                    assertThat(store.hash("p:agent:" + id))
                            .containsEntry("balance", balance.toString())
                            .containsEntry("location", where.at().value().toString())
                            .containsEntry("status", "active");
                }
            }
            assertThat(store.scores(KEYS.wealth())).isEqualTo(wealth);
            if (!wealth.isEmpty()) {
                keys.add(KEYS.wealth());
            }
            for (var talk : city.interactions(snapshot)) {
                var key = "p:interaction:" + talk.id().value();
                keys.add(key);
                assertThat(store.hash(key))
                        .containsEntry("messages", "" + talk.messages())
                        .containsEntry("participants", "[\"" + new UUID(1, 0) + "\"]");
            }
            assertThat(store.keys()).containsExactlyInAnyOrderElementsOf(keys);
            assertThat(store.hash(KEYS.world()))
                    .containsEntry("current_tick", "" + snapshot.tick())
                    .containsEntry("active_agents", "" + city.census(snapshot).active());
            assertThat(store.hash(KEYS.marker()))
                    .containsEntry("sequence", "" + city.lastSequence())
                    .containsEntry("generation", "" + city.generation())
                    .containsEntry("state", "complete");
        }
    }

    @Property(tries = 400)
    void inTheEndTheStoreShowsTheCity(@ForAll("deeds") List<Deed> deeds) {
        var world = new World();

        deeds.forEach(world::doIt);
        world.settle();

        world.mustBeShown();
    }

    /// Another city was here before, and a stranger is here, too.
    @Property(tries = 50)
    void whatOthersLeftIsSweptAndWhatIsNotOursStays(@ForAll("deeds") List<Deed> deeds) {
        var world = new World();
        world.store.put("p:agent:" + new UUID(77, 7), Map.of("status", "active"));
        world.store.put(
                KEYS.marker(), Map.of("city", "another", "generation", "1", "sequence", "9", "state", "complete"));
        deeds.stream().filter(it -> it.kind != Kind.FLUSH).forEach(world::doIt);
        world.store.put("p:agent:smith", Map.of("code", "007"));

        world.settle();

        assertThat(world.store.hash("p:agent:smith")).containsEntry("code", "007");
        assertThat(world.store.hash("p:agent:" + new UUID(77, 7))).isEmpty();
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        var kinds = Arbitraries.of(Kind.values());
        var deed = Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 500))
                .as(Deed::new);
        return deed.list().ofMaxSize(60);
    }
}
