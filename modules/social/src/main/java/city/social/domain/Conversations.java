package city.social.domain;

import city.social.InteractionId;
import city.social.Talk.Said;
import city.social.Tone;
import city.social.Utterance;
import city.world.LocationId;
import city.world.kernel.TimingWheel;
import city.world.kernel.state.BytesColumn;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TableView;
import city.world.kernel.state.TextColumn;
import city.world.kernel.state.UuidColumn;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Conversations that go on, and invitations that wait: a row each, gone when it is over. When their time is up is an
/// index over `expires_at`.
///
/// Mutable, by the city thread.
public final class Conversations {
    private static final List<Tone> TONES = List.of(Tone.values());

    private final Table table = new Table("social", "conversations");
    private final UuidColumn id = table.uuids("id");
    private final IntColumn location = table.ints("location");
    private final UuidColumn locationId = table.uuids("location_id");
    private final IntColumn open = table.ints("open");
    private final IntColumn inviter = table.ints("inviter");
    private final BytesColumn people = table.bytes("people");
    private final IntColumn turn = table.ints("turn_slot");
    private final IntColumn messages = table.ints("messages");
    private final IntColumn warmth = table.ints("warmth");
    private final IntColumn speaker = table.ints("speaker");
    private final TextColumn words = table.texts("words");
    private final IntColumn tone = table.ints("tone");
    private final TextColumn topic = table.texts("topic");
    private final LongColumn startedAt = table.longs("started_at");
    private final LongColumn expiresAt = table.longs("expires_at");
    private final TimingWheel wheel = new TimingWheel();

    public Table table() {
        return table;
    }

    /// An invitation.
    ///
    /// @param opening said when somebody accepts
    int add(InteractionId conversation, int place, LocationId placeId, int host, Said opening, long tick) {
        int row = table.add();
        id.set(row, conversation.value());
        location.set(row, place);
        locationId.set(row, placeId.value());
        inviter.set(row, host);
        turn.set(row, host);
        speaker.set(row, Talkers.NONE);
        say(row, opening);
        startedAt.set(row, tick);
        people.set(row, pack(List.of(host)));
        return row;
    }

    void remove(int row) {
        wheel.cancel(row);
        table.remove(row);
    }

    void open(int row, long tick) {
        open.set(row, 1);
        startedAt.set(row, tick);
    }

    void say(int row, Said what) {
        words.set(row, what.words());
        tone.set(row, what.tone().ordinal());
        topic.set(row, what.topic());
    }

    /// Counts a message.
    void said(int row, int slot, Utterance what) {
        say(row, new Said(what.words(), what.tone(), what.topic()));
        speaker.set(row, slot);
        messages.set(row, messages.get(row) + 1);
        warmth.set(row, warmth.get(row) + what.tone().warmth());
    }

    void turn(int row, int slot) {
        turn.set(row, slot);
    }

    /// @param tick after the tick that was last asked for by {@link #expired}
    void expires(int row, long tick) {
        expiresAt.set(row, tick);
        wheel.set(row, tick);
    }

    /// Rows whose time is up at this tick, ascending.
    public int[] expired(long tick) {
        return wheel.due(tick);
    }

    void people(int row, List<Integer> slots) {
        people.set(row, pack(slots));
    }

    /// Who ever took part and who is asked, in the order of coming.
    public List<Integer> peopleOf(int row) {
        return unpack(people.get(row));
    }

    public List<Integer> peopleOf(TableView view, int row) {
        return unpack(view.get(people, row));
    }

    public InteractionId idOf(int row) {
        return new InteractionId(id.get(row));
    }

    public InteractionId idOf(TableView view, int row) {
        return new InteractionId(view.get(id, row));
    }

    public int locationOf(int row) {
        return location.get(row);
    }

    public LocationId locationIdOf(int row) {
        return new LocationId(locationId.get(row));
    }

    public LocationId locationIdOf(TableView view, int row) {
        return new LocationId(view.get(locationId, row));
    }

    public boolean isOpen(int row) {
        return open.get(row) == 1;
    }

    public boolean isOpen(TableView view, int row) {
        return view.get(open, row) == 1;
    }

    public int inviterOf(int row) {
        return inviter.get(row);
    }

    public int turnOf(int row) {
        return turn.get(row);
    }

    public int turnOf(TableView view, int row) {
        return view.get(turn, row);
    }

    public int messagesOf(int row) {
        return messages.get(row);
    }

    public int messagesOf(TableView view, int row) {
        return view.get(messages, row);
    }

    int warmthOf(int row) {
        return warmth.get(row);
    }

    /// Who spoke last, {@link Talkers#NONE} before anybody did.
    public int speakerOf(int row) {
        return speaker.get(row);
    }

    public int speakerOf(TableView view, int row) {
        return view.get(speaker, row);
    }

    public Said lastOf(int row) {
        return new Said(words.get(row), TONES.get(tone.get(row)), topic.get(row));
    }

    public Said lastOf(TableView view, int row) {
        return new Said(view.get(words, row), TONES.get(view.get(tone, row)), view.get(topic, row));
    }

    public long startedAt(int row) {
        return startedAt.get(row);
    }

    public long startedAt(TableView view, int row) {
        return view.get(startedAt, row);
    }

    /// Builds the index anew.
    void reindex() {
        wheel.clear();
        for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
            wheel.set(row, expiresAt.get(row));
        }
    }

    private static byte[] pack(List<Integer> slots) {
        var bytes = ByteBuffer.allocate(slots.size() * Integer.BYTES);
        slots.forEach(bytes::putInt);
        return bytes.array();
    }

    private static List<Integer> unpack(byte[] packed) {
        var slots = new ArrayList<Integer>(packed.length / Integer.BYTES);
        var bytes = ByteBuffer.wrap(packed);
        while (bytes.hasRemaining()) {
            slots.add(bytes.getInt());
        }
        return slots;
    }
}
