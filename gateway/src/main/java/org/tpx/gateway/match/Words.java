package org.tpx.gateway.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Text of any mixture of languages as terms: Chinese in pairs of characters, English in lower case, without endings and small words. */
final class Words extends Analyzer {

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer words = new StandardTokenizer();
        TokenStream terms = new CJKBigramFilter(new LowerCaseFilter(new CJKWidthFilter(words)));
        terms = new PorterStemFilter(new StopFilter(terms, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET));
        return new TokenStreamComponents(words, terms);
    }

    /** The different terms of a text in their order, at most so many. */
    Set<String> of(String text, int most) {
        Set<String> terms = new LinkedHashSet<>();
        try (TokenStream stream = tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (terms.size() < most && stream.incrementToken()) {
                terms.add(term.toString());
            }
            if (terms.size() < most) {
                stream.end();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("a text in memory cannot be read", failure);
        }
        return terms;
    }
}
