package broken.technology.economy;

import java.sql.Connection;

record Till(Connection database) {}
