/// Language models over HTTP, by LangChain4j: several providers at once, each behind limits of its own.
@NullMarked
package city.adapter.llm;

import org.jspecify.annotations.NullMarked;
