package org.councilregistry.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.councilregistry.schema.Organisation;
import org.councilregistry.schema.Role;
import org.junit.jupiter.api.Test;

/** Several people edit one record at a time: each change counts. */
class LostUpdateTest {
    private static final int EDITORS = 8;
    private static final int EDITS = 10;

    private final RunningRegistry registry = RunningRegistry.shared();

    @Test
    void eightEditorsLoseNoUpdate() throws Exception {
        Organisation council = registry.council();
        String key = registry.key(Role.EDITOR, council);
        Http http = new Http(registry.address(), key);
        String made = http.send(
                        "PUT",
                        "/v1/organisations/" + council.slug() + "/initiatives/counter",
                        "{\"title\":\"0\",\"summary\":\"s\",\"phase\":\"alpha\"}")
                .json()
                .path("initiative")
                .path("id")
                .asText();
        ExecutorService editors = Executors.newFixedThreadPool(EDITORS);
        List<Callable<Void>> work = new ArrayList<>();
        for (int e = 0; e < EDITORS; e++) work.add(() -> edit("/v1/initiatives/" + made, key));
        for (Future<Void> editor : editors.invokeAll(work)) editor.get();
        editors.shutdown();
        assertThat(http.get("/v1/initiatives/" + made).json().path("title").asInt())
                .isEqualTo(EDITORS * EDITS);
        assertThat(http.get("/v1/initiatives/" + made + "/history").json().path("items"))
                .hasSize(EDITORS * EDITS + 1);
    }

    private Void edit(String path, String key) {
        Http http = new Http(registry.address(), key);
        for (int done = 0; done < EDITS; ) {
            Http.Answer read = http.get(path);
            int next = read.json().path("title").asInt() + 1;
            Http.Answer answer =
                    http.send("PATCH", path, "{\"title\":\"" + next + "\"}", "If-Match", read.header("ETag"));
            assertThat(answer.status()).isIn(200, 412);
            if (answer.status() == 200) done++;
        }
        return null;
    }
}
