package city.social.domain;

import city.social.News;
import city.world.ResidentId;
import city.world.kernel.state.BytesColumn;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TableView;
import city.world.kernel.state.UuidColumn;
import java.util.ArrayList;
import java.util.List;

/// What is kept of each resident: which conversation it is in, when it is free again, where its chain of ties begins,
/// what it has heard. Rows are slots; a resident has one from its first contact on.
///
/// Mutable, by the city thread.
public final class Talkers {
    public static final int NONE = -1;

    private final Table table = new Table("social", "talkers");
    private final UuidColumn id = table.uuids("id");
    private final IntColumn conversation = table.ints("conversation");
    private final IntColumn invited = table.ints("invited");
    private final IntColumn said = table.ints("said");
    private final IntColumn warmth = table.ints("warmth");
    private final LongColumn until = table.longs("until_tick");
    private final LongColumn freeAt = table.longs("free_at");
    private final IntColumn rebuffedBy = table.ints("rebuffed_by");
    private final LongColumn rebuffedUntil = table.longs("rebuffed_until");
    private final IntColumn firstTie = table.ints("first_tie");
    private final BytesColumn news = table.bytes("news");

    public Table table() {
        return table;
    }

    /// Gives the resident a row when it has none.
    public void require(int slot, ResidentId resident) {
        if (!table.exists(slot)) {
            table.add(slot);
            id.set(slot, resident.value());
            conversation.set(slot, NONE);
            rebuffedBy.set(slot, NONE);
            firstTie.set(slot, NONE);
        }
    }

    public ResidentId idOf(int slot) {
        return new ResidentId(id.get(slot));
    }

    public ResidentId idOf(TableView view, int slot) {
        return new ResidentId(view.get(id, slot));
    }

    /// Into a conversation, or asked into it.
    void enter(int slot, int row, boolean asked, long time) {
        conversation.set(slot, row);
        invited.set(slot, asked ? 1 : 0);
        said.set(slot, 0);
        warmth.set(slot, 0);
        until.set(slot, time);
    }

    void leave(int slot) {
        enter(slot, NONE, false, 0);
    }

    /// The conversation's row, {@link #NONE} for none.
    public int conversationOf(int slot) {
        return slot >= 0 && table.exists(slot) ? conversation.get(slot) : NONE;
    }

    public int conversationOf(TableView view, int slot) {
        return view.exists(slot) ? view.get(conversation, slot) : NONE;
    }

    public boolean isInvited(int slot) {
        return invited.get(slot) == 1;
    }

    public boolean isInvited(TableView view, int slot) {
        return view.get(invited, slot) == 1;
    }

    public long untilOf(int slot) {
        return until.get(slot);
    }

    public int saidOf(int slot) {
        return said.get(slot);
    }

    public int warmthOf(int slot) {
        return warmth.get(slot);
    }

    void speak(int slot, int tone) {
        said.set(slot, said.get(slot) + 1);
        warmth.set(slot, warmth.get(slot) + tone);
    }

    /// The tick from which on the resident may begin a talk.
    public long freeAt(int slot) {
        return slot >= 0 && table.exists(slot) ? freeAt.get(slot) : 0;
    }

    public void freeAt(int slot, long tick) {
        freeAt.set(slot, tick);
    }

    public boolean isRebuffedBy(int slot, int other, long tick) {
        return slot >= 0 && table.exists(slot) && rebuffedBy.get(slot) == other && tick < rebuffedUntil.get(slot);
    }

    public void rebuff(int slot, int by, long untilTick) {
        rebuffedBy.set(slot, by);
        rebuffedUntil.set(slot, untilTick);
    }

    int firstTie(int slot) {
        return slot >= 0 && table.exists(slot) ? firstTie.get(slot) : NONE;
    }

    int firstTie(TableView view, int slot) {
        return view.exists(slot) ? view.get(firstTie, slot) : NONE;
    }

    void firstTie(int slot, int row) {
        if (table.exists(slot)) {
            firstTie.set(slot, row);
        }
    }

    /// Newest first.
    public List<News> newsOf(int slot) {
        return slot >= 0 && table.exists(slot) ? PackedNews.unpack(news.get(slot)) : List.of();
    }

    /// Known already, it stays as it was.
    public void learn(int slot, News item) {
        var known = newsOf(slot);
        if (known.stream().anyMatch(item::isSameAs)) {
            return;
        }
        var kept = new ArrayList<News>(News.MOST_KEPT);
        kept.add(item);
        kept.addAll(known.subList(0, Math.min(known.size(), News.MOST_KEPT - 1)));
        news.set(slot, PackedNews.pack(kept));
    }

    public void unlearn(int slot) {
        news.set(slot, new byte[0]);
    }
}
