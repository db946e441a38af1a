package broken.talkativedomain.economy.domain;

import org.slf4j.Logger;

record Loud(Logger log) {}
