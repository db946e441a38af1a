package city.economy;

import city.world.kernel.Command;
import city.world.kernel.WireName;
import java.util.List;

/// What can be asked of the economy.
public sealed interface EconomyCommand<R> extends Command<R> {
    /// Opens mint and treasury, endows the treasury and founds the firms. Once, at genesis, after the world and
    /// before the residents; a firm's owner may be a resident who is yet to come.
    @WireName("economy.found.v1")
    record FoundEconomy(List<Good> goods, Money treasury, List<FirmPlan> firms) implements EconomyCommand<Founded> {
        public FoundEconomy {
            goods = List.copyOf(goods);
            firms = List.copyOf(firms);
        }
    }

    @WireName("economy.founded.v1")
    record Founded(int firms, int jobs) {}

    /// A transfer that somebody orders. The other kinds are the economy's own: who orders money moved neither buys
    /// nor earns.
    @WireName("economy.transfer.v1")
    record OrderTransfer(Transfer transfer) implements EconomyCommand<TransferResult> {
        public OrderTransfer {
            if (transfer.kind() != Transfer.Kind.TRANSFER && transfer.kind() != Transfer.Kind.GIFT) {
                throw new IllegalArgumentException("kind must be transfer or gift: " + transfer.kind());
            }
        }
    }
}
