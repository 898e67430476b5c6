package org.councilregistry.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.UriCompliance;

/** Bytes chosen by what they make the code do: an address that goes through means one thing to everybody. */
class PathBytesTest {
    @FuzzTest(maxDuration = "60s")
    void anAddressThatGoesThroughHasOneMeaning(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        HttpURI address;
        try {
            address = HttpURI.from("http://registry.example/" + text);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return; // answered 400 before anything of ours is asked: RawHttpTest
        }
        if (!address.getViolations().stream().allMatch(UriCompliance.DEFAULT::allows)) return;
        if (address.getPath() == null || Front.ambiguous(address.getPath())) return;
        assertThat(address.getParam()).isNull();
        List<String> steps = List.of(address.getCanonicalPath().split("/", -1));
        assertThat(steps).doesNotContain(".", "..");
        assertThat(steps.subList(1, Math.max(1, steps.size() - 1))).doesNotContain("");
        assertThat(address.getCanonicalPath()).doesNotContain(";", "\\");
    }
}
