package org.councilregistry.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Words as councils write them, each as frequent as its rank says (Zipf), and topics: words that stand together. Behind
 * the words of every day come names of places, products and people, which every text has some of.
 */
final class Vocabulary {
    /** How many topics there are: one for each service. */
    static final int TOPICS = 120;

    private static final int TOPIC_WORDS = 14;
    private static final List<String> STOP =
            List.of("the", "and", "to", "of", "a", "in", "for", "is", "that", "with", "on", "this", "are", "as", "by");
    private static final List<String> EVERYDAY = List.of("""
            council service residents digital online system data team form customer request report process staff people
            support access information new time use housing website application case management cost business work user
            platform portal phone contact project need local community payment record account change improve test design
            design research delivery supplier contract email page planning waste bin collection missed recycling garden
            council-tax benefit school admission parking permit fine road pothole street lighting library book leisure
            licence taxi event park tree care adult child family foster social worker carer assessment visit health
            home repair tenant rent homeless allocation lettings damp energy heating carbon climate flood river bridge
            traffic bus cycle school-run transport concession blue-badge disabled grant payroll invoice procurement
            finance budget ledger audit election register vote councillor meeting minute committee complaint freedom
            request archive museum burial cemetery birth death marriage ceremony registrar pest noise nuisance dog
            environmental food hygiene inspection enforcement premises alcohol gambling trading standard consumer
            building control land search property estate asset map address gazetteer sensor camera chatbot assistant
            automation robot workflow integration interface standard template pattern component open source cloud
            hosting security password identity sign-in verify consent privacy share agreement dashboard chart insight
            forecast model machine learning speech translation accessibility mobile text-message letter print scan
            document file storage search index calendar booking appointment queue reception visit volunteer charity
            market stall shop regeneration apprenticeship skills job employment training welfare debt advice hardship
            crisis food-bank voucher warm hub youth nursery early-years special-needs attendance exclusion safeguarding
            partnership police fire ambulance emergency resilience power outage snow gritting winter
            """.strip().split("\\s+"));
    private static final String[] BEGIN = ("bram ash brad chel dor ef fen gren hal kes lang mor nor oak pen quen rav"
                    + " sal thorn ul ven wick yar zel")
            .split(" ");
    private static final String[] MIDDLE = "a be co da e fi go ha i le mi no o ra se ti u ve wa y".split(" ");
    private static final String[] END =
            "by dale field ford gate ham ley low mere more ness port ridge ton ville wood".split(" ");

    private final List<String> words;
    private final double[] upTo;
    private final List<List<String>> topics = new ArrayList<>();
    private final double[] topicUpTo;

    Vocabulary(long seed) {
        Random random = new Random(seed);
        List<String> names = new ArrayList<>();
        for (String begin : BEGIN) for (String middle : MIDDLE) for (String end : END) names.add(begin + middle + end);
        Collections.shuffle(names, random);
        words = new ArrayList<>(EVERYDAY.stream().distinct().toList());
        int everyday = words.size();
        words.addAll(names);
        upTo = zipf(words.size(), 2.7, 1.05);
        for (int topic = 0; topic < TOPICS; topic++) {
            List<String> own = new ArrayList<>();
            for (int i = 0; i < TOPIC_WORDS; i++) {
                own.add(words.get(i % 2 == 0 ? random.nextInt(everyday) : everyday + random.nextInt(names.size())));
            }
            topics.add(own);
        }
        topicUpTo = zipf(TOPICS, 8, 1);
    }

    /** The sums of the frequencies of the first, second and so on, of all 1. */
    private static double[] zipf(int size, double shift, double power) {
        double[] sums = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) sums[i] = sum += Math.pow(i + shift, -power);
        for (int i = 0; i < size; i++) sums[i] /= sum;
        return sums;
    }

    private static int draw(double[] upTo, RandomGenerator random) {
        int at = Arrays.binarySearch(upTo, random.nextDouble());
        return Math.min(upTo.length - 1, at < 0 ? -at - 1 : at);
    }

    /** A topic; the first are the most frequent, from about one in twenty-three downwards. */
    int topic(RandomGenerator random) {
        return draw(topicUpTo, random);
    }

    /** The words of a topic. */
    List<String> of(int topic) {
        return topics.get(topic);
    }

    /** So many words about a topic, as sentences. */
    String text(int topic, int length, RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        int begun = 0;
        for (int i = 0; i < length; i++) {
            String word = word(topic, 0.38, 0.16, random);
            text.append(begun++ == 0 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
            boolean ends = i == length - 1 || (begun > 7 && random.nextInt(9) == 0);
            text.append(ends ? ". " : " ");
            if (ends) begun = 0;
        }
        return text.toString().strip();
    }

    /** A title about a topic. */
    String title(int topic, RandomGenerator random) {
        List<String> title = new ArrayList<>();
        int length = 4 + random.nextInt(5);
        for (int i = 0; i < length; i++) title.add(word(topic, 0.15, 0.5, random));
        String text = String.join(" ", title);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private String word(int topic, double stop, double own, RandomGenerator random) {
        double kind = random.nextDouble();
        if (kind < stop) return STOP.get(random.nextInt(STOP.size()));
        if (kind < stop + own) {
            List<String> words = of(topic);
            return words.get(Math.min(random.nextInt(words.size()), random.nextInt(words.size())));
        }
        return words.get(draw(upTo, random));
    }
}
