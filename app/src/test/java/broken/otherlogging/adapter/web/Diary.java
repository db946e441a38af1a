package broken.otherlogging.adapter.web;

import java.util.logging.Logger;

record Diary(Logger log) {
    void write() {
        log.info("dear diary");
    }
}
