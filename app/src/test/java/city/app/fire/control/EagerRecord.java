package city.app.fire.control;

import city.adapter.mqtt.catalogue.TopicCatalogue;
import city.adapter.mqtt.link.Message;
import city.adapter.mqtt.link.MqttLink;
import city.adapter.mqtt.link.Qos;
import city.world.kernel.access.LoggedEvent;
import city.world.kernel.state.Table;
import city.world.kernel.state.TableShape;
import city.world.spi.Answer;
import city.world.spi.CityRecord;
import city.world.spi.Commit;
import city.world.spi.Head;
import city.world.spi.JournalEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/// A record that tells the events of a commit before it writes them: the mistake that everything else here avoids.
record EagerRecord(CityRecord record, MqttLink link) implements CityRecord {
    /// The time between the two, which is short in any real mistake, made long enough to be hit.
    private static final long PAUSE_MILLIS = 20;

    @Override
    public void commit(Commit commit, Consumer<String> waiting) {
        commit.events().forEach(this::tell);
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        record.commit(commit, waiting);
    }

    private void tell(LoggedEvent event) {
        TopicCatalogue.find(event.type())
                .filter(it -> it.qos() == Qos.AT_LEAST_ONCE)
                .ifPresent(topic -> {
                    var own = event.data().substring(1);
                    var payload =
                            "{\"id\":\"%s\",\"generation\":1,\"seq\":%d,\"prev_seq\":%d,\"tick\":%d,\"time\":\"%s\",\"type\":\"%s\",\"subject\":\"%s\"%s%s"
                                    .formatted(
                                            event.id(),
                                            event.sequence(),
                                            event.previousSequence(),
                                            event.tick(),
                                            event.time(),
                                            event.type(),
                                            event.subject(),
                                            own.startsWith("}") ? "" : ",",
                                            own);
                    publish(Message.json(
                            topic.nameFor(event.type(), event.subject()), payload, Qos.AT_LEAST_ONCE, false, Map.of()));
                });
    }

    private void publish(Message message) {
        try {
            link.publish(message).join();
        } catch (CompletionException notDelivered) {
            // It was told to nobody, which is no mistake of the kind that this one makes.
        }
    }

    @Override
    public Optional<Head> claim() {
        return record.claim();
    }

    @Override
    public Optional<Head> head() {
        return record.head();
    }

    @Override
    public void load(List<Table> tables) {
        record.load(tables);
    }

    @Override
    public List<TableShape> shapes() {
        return record.shapes();
    }

    @Override
    public void readJournal(long fromOrdinal, long beforeOrdinal, Consumer<JournalEntry> reader) {
        record.readJournal(fromOrdinal, beforeOrdinal, reader);
    }

    @Override
    public Optional<String> findChain(long ordinal) {
        return record.findChain(ordinal);
    }

    @Override
    public void readEvents(long afterSequence, long toSequence, Consumer<LoggedEvent> reader) {
        record.readEvents(afterSequence, toSequence, reader);
    }

    @Override
    public List<Answer> answersSince(Instant since, int limit) {
        return record.answersSince(since, limit);
    }

    @Override
    public Optional<Answer> findAnswer(String actor, String key) {
        return record.findAnswer(actor, key);
    }

    @Override
    public void close() {
        record.close();
    }
}
