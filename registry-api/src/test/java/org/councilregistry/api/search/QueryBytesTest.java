package org.councilregistry.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.lucene.search.IndexSearcher;

/** Bytes chosen by what they make the code do: whatever is typed into a search, it becomes a query of bounded size. */
class QueryBytesTest {
    @FuzzTest(maxDuration = "60s")
    void whateverIsTypedBecomesAQuery(byte[] bytes) {
        String typed = new String(bytes, StandardCharsets.UTF_8);
        SearchRequest request = new SearchRequest();
        request.q = typed.length() > 1_000 ? typed.substring(0, 1_000) : typed;
        assertThat(request.checkedLimit()).isEqualTo(20);
        assertThat(request.list()).startsWith("hits ");
        for (Words.Word word : Words.of(request.q)) {
            assertThat(word.stem()).isNotEmpty();
            assertThat(word.from()).isBetween(0, word.to());
            assertThat(word.to()).isLessThanOrEqualTo(request.q.length());
        }
        assertThat(Queries.words(request.q, LocalDate.EPOCH).toString()).isNotNull();
        assertThat(Queries.beginning(request.q).toString()).isNotNull();
        assertThat(IndexSearcher.getMaxClauseCount()).isGreaterThan(64 * 4);
    }
}
