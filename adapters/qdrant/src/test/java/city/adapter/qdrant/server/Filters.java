package city.adapter.qdrant.server;

import city.adapter.qdrant.server.Storage.Point;
import io.qdrant.client.grpc.Common.Condition;
import io.qdrant.client.grpc.Common.Filter;

/// Conditions that all must hold; other kinds are refused.
final class Filters {
    private Filters() {}

    static boolean holds(Filter filter, Point point) {
        if (filter.getShouldCount() + filter.getMustNotCount() > 0 || filter.hasMinShould()) {
            throw Storage.wrong("the stand-in knows must alone");
        }
        return filter.getMustList().stream().allMatch(it -> holds(it, point));
    }

    private static boolean holds(Condition condition, Point point) {
        return switch (condition.getConditionOneOfCase()) {
            case FIELD -> {
                var field = condition.getField();
                var value = point.payload().get(field.getKey());
                yield value != null
                        && value.hasStringValue()
                        && value.getStringValue().equals(field.getMatch().getKeyword());
            }
            case HAS_ID -> condition.getHasId().getHasIdList().contains(point.id());
            default -> throw Storage.wrong("the stand-in knows keywords and ids alone");
        };
    }
}
