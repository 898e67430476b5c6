package org.councilregistry.api.components;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.councilregistry.api.platform.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://git.example/owner/repo",
                "http://git.example/owner/repo",
                "HTTPS://Git.Example/owner/repo",
                "https://git.example/owner/repo.git",
                "https://git.example/owner/repo/",
                "https://git.example/owner/repo.git/",
                "https://git.example//owner///repo",
                "https://git.example:443/owner/repo",
                "http://git.example:80/owner/repo",
                "https://www.git.example/owner/repo",
                "https://git.example/owner/repo#readme",
                "https://git.example/owner/repo?tab=readme",
                "https://user:secret@git.example/owner/repo",
                "git@git.example:owner/repo.git",
                "git@git.example:/owner/repo",
                "ssh://git@git.example/owner/repo.git",
                "ssh://git@git.example:2222/owner/repo",
                "git://git.example/owner/repo",
                "git+https://git.example/owner/repo",
                "  https://git.example/owner/repo  ",
            })
    void everySpellingOfAnAddressIsOneRepository(String address) {
        assertThat(Repository.of(address))
                .isEqualTo(new Repository("https://git.example/owner/repo", "git.example/owner/repo"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://git.example/Owner/Repo, git.example/Owner/Repo",
        "https://GitHub.com/Owner/Repo.git, github.com/owner/repo",
        "git@gitlab.com:Group/Sub/Repo.git, gitlab.com/group/sub/repo",
        "https://bitbucket.org/Team/Repo, bitbucket.org/team/repo",
        "https://codeberg.org/Team/Repo/, codeberg.org/team/repo",
        "https://git.example:8443/owner/repo, git.example:8443/owner/repo",
        "https://git.example/repo, git.example/repo",
        "https://git.example/~jo/my.project, git.example/~jo/my.project",
    })
    void theCaseOfAPathCountsUnlessItsHostTakesAny(String address, String key) {
        assertThat(Repository.of(address).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "repo",
                "owner/repo",
                "see our wiki",
                "https://",
                "https://git.example",
                "https://git.example/",
                "https://git.example/?p=repo",
                "https://github.com/owner",
                "ftp://git.example/owner/repo",
                "file:///srv/git/repo",
                "javascript:alert(1)",
                "https://localhost/owner/repo",
                "https://git/owner/repo",
                "https://git.council.local/owner/repo",
                "https://git.internal/owner/repo",
                "https://10.0.0.7/owner/repo",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/owner/repo",
                "git@192.168.1.4:owner/repo",
                "https://git.example:0/owner/repo",
                "https://git.example:70000/owner/repo",
                "https://git.example/owner/../repo",
                "https://git.example/owner/<repo>",
                "https://git.example/owner/my repo",
                "https://git.example/owner/repo\nhttps://git.example/other",
                "git@git.example:",
                "C:\\work\\repo",
            })
    void whatIsNoPublicRepositoryIsRefused(String address) {
        assertThatThrownBy(() -> Repository.of(address))
                .isInstanceOfSatisfying(
                        ProblemException.class, problem -> assertThat(problem).hasMessageStartingWith("INVALID"));
    }

    @Property
    void whatWasNormalisedStaysAsItIs(@ForAll @Word String owner, @ForAll @Word String repo) {
        Repository once = Repository.of("HTTP://Git.Example:80/" + owner + "/" + repo + ".git/");
        assertThat(Repository.of(once.url())).isEqualTo(once);
        assertThat(Repository.of("git@git.example:" + owner + "/" + repo)).isEqualTo(once);
        assertThat(once.key()).isEqualTo("git.example/" + owner + "/" + repo);
    }

    @Property
    void anyTextIsEitherARepositoryOrRefused(@ForAll String text) {
        try {
            Repository read = Repository.of(text);
            assertThat(Repository.of(read.url())).isEqualTo(read);
        } catch (ProblemException refused) {
            assertThat(refused.getMessage().toLowerCase(Locale.ROOT)).startsWith("invalid");
        }
    }

    /** A step of a path. */
    @AlphaChars
    @NumericChars
    @StringLength(min = 1, max = 20)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Word {}
}
