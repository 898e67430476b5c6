package org.councilregistry.api.checkpoints;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.councilregistry.api.platform.Secrets;
import org.councilregistry.schema.Checkpoint;

/** The key by which checkpoints are signed. It is derived from the deployment's secret, and kept nowhere. */
public final class CheckpointKey {
    private static final String ED25519 = "Ed25519";
    private static final int LENGTH = 64;

    private final KeyPair pair;

    /** The key of this deployment, the same on every node. */
    public CheckpointKey(Secrets secrets) {
        this(secrets.mac("checkpoints", new byte[0]));
    }

    CheckpointKey(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ED25519);
            generator.initialize(255, new Seed(seed));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java from 15 on has Ed25519", e);
        }
    }

    /** The public half, as checkpoints name it. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    /** Signs a place in the chain. */
    Checkpoint sign(CheckpointDao.Place place) {
        Checkpoint unsigned = new Checkpoint(place.position(), place.hash(), place.at(), "", publicKey());
        try {
            Signature signature = Signature.getInstance(ED25519);
            signature.initSign(pair.getPrivate());
            signature.update(unsigned.signed().getBytes(StandardCharsets.UTF_8));
            String signed = Base64.getEncoder().encodeToString(signature.sign());
            return new Checkpoint(place.position(), place.hash(), place.at(), signed, publicKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a checkpoint could not be signed", e);
        }
    }

    /** Whether a checkpoint bears the signature of the key that it names. */
    public static boolean signed(Checkpoint checkpoint) {
        try {
            byte[] bytes = Base64.getDecoder().decode(checkpoint.signature());
            // the JDK does not look at what stands behind a signature
            if (bytes.length != LENGTH) return false;
            byte[] encoded = Base64.getDecoder().decode(checkpoint.publicKey());
            PublicKey key = KeyFactory.getInstance(ED25519).generatePublic(new X509EncodedKeySpec(encoded));
            Signature signature = Signature.getInstance(ED25519);
            signature.initVerify(key);
            signature.update(checkpoint.signed().getBytes(StandardCharsets.UTF_8));
            return signature.verify(bytes);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "CheckpointKey[" + publicKey() + "]";
    }

    /** Gives the seed where a generator asks for chance: the JDK makes a public key of a private one only that way. */
    private static final class Seed extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) throw new IllegalStateException("an Ed25519 key is made of 32 bytes");
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
