package city.adapter.mqtt.broker;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Who may read and publish what, for everybody but the platform, which may do all. Whatever is not allowed
/// here is refused.
///
/// - Read: any topic but the private ones, the broker's own (`$…`, management) and other clients' replies.
/// - Publish: below `replies/{own client id}/` only, never retained.
/// - Whoever speaks for a resident reads its `observation` and `outcome`, by these very names, and publishes its
/// `intent`.
///
/// A filter with wildcards may be subscribed although it covers private topics. [#deliveryFilter] then
/// keeps their messages away, because the broker authorises the filter and not the message.
///
/// @param prefix stands before every topic of the platform, empty or ending in `/`
record TopicRights(String prefix) {
    private static final Set<String> PRIVATE_LEVELS = Set.of("observation", "intent", "outcome");
    private static final String REPLIES = "replies/";
    private static final Pattern PLAIN_CLIENT_ID = Pattern.compile("[^/+#$'\\p{Cntrl}]{1,128}");
    private static final Pattern PLAIN_PREFIX = Pattern.compile("([A-Za-z0-9-]+/)*");

    TopicRights {
        if (!PLAIN_PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "prefix must be levels of letters, digits and '-', each ended by '/': " + prefix);
        }
    }

    boolean mayRead(String clientId, String topicFilter) {
        if (topicFilter.startsWith("$") || topicFilter.startsWith("activemq")) {
            return false;
        }
        if (topicFilter.startsWith(prefix + REPLIES)) {
            return owns(clientId, topicFilter);
        }
        return !isPrivate(topicFilter);
    }

    /// A topic is never a filter here: one with a wildcard is refused, also where the broker forgets to
    /// look (last wills).
    boolean mayPublish(String clientId, String topic) {
        return owns(clientId, topic) && isOneTopic(topic);
    }

    /// @param resident who speaks for itself through the client
    boolean isToldTo(String resident, String topicFilter) {
        return topicFilter.equals(prefix + "agents/" + resident + "/observation")
                || topicFilter.equals(prefix + "agents/" + resident + "/outcome");
    }

    boolean isSaidBy(String resident, String topic) {
        return topic.equals(prefix + "agents/" + resident + "/intent");
    }

    /// Whether the topic, or a filter that names it to the last level, is an external mind's.
    boolean isPrivate(String topic) {
        if (!topic.startsWith(prefix + "agents/")) {
            return false;
        }
        var levels = topic.substring(prefix.length()).split("/", -1);
        return levels.length == 3 && PRIVATE_LEVELS.contains(levels[2]);
    }

    /// Retained messages reach a new subscriber past every filter, so a topic with readers of its own may
    /// hold none.
    boolean mayRetain(String topic) {
        return !isPrivate(topic) && !topic.startsWith(prefix + REPLIES);
    }

    /// A selector over a message's address that lets through what any client may read; empty where the
    /// address says it all.
    String deliveryFilter(String topicFilter) {
        if (topicFilter.startsWith(prefix + REPLIES) || (isPrivate(topicFilter) && isOneTopic(topicFilter))) {
            return "";
        }
        var hidden = List.of("agents/%/observation", "agents/%/intent", "agents/%/outcome", "replies/%").stream()
                .map(pattern -> "(AMQAddress LIKE '" + BrokerAddress.of(prefix + pattern) + "')")
                .toList();
        return "NOT (" + String.join(" OR ", hidden) + ")";
    }

    private static boolean isOneTopic(String topic) {
        return topic.indexOf('#') < 0 && topic.indexOf('+') < 0;
    }

    /// A client id that is itself a wildcard, or more than one level, owns nothing: `+` would own
    /// everybody's replies.
    private boolean owns(String clientId, String topic) {
        return PLAIN_CLIENT_ID.matcher(clientId).matches() && topic.startsWith(prefix + REPLIES + clientId + "/");
    }
}
