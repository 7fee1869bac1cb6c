package org.tpx.gateway.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.tpx.gateway.match.Catalogue.Offered;
import org.tpx.protocol.DemandTerms;

/**
 * Proposes listings for a demand: those of its field, or whose words are the demand's, the best first, of equal ones the earlier
 * listing. One whose technology is less mature than the demand asks for is left out, and so is one without a level on record. The
 * index is made anew from the catalogue for every question.
 */
public final class Matcher {
    /** Held, since a logger that nobody holds forgets its level. Lucene tells every user of a newer Java that a newer Lucene is faster. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene.internal.vectorization");

    private static final String FIELD = "field";
    private static final String LEVEL = "level";
    private static final String KEYWORDS = "keywords";
    private static final String TEXT = "text";
    private static final int HIGHEST_LEVEL = 9;
    /** Terms of a demand that are looked for, within the clauses that Lucene allows one query. */
    private static final int MOST_TERMS = 400;

    private static final float FIELD_WEIGHT = 3;
    private static final float KEYWORD_WEIGHT = 2;

    static {
        LUCENE.setLevel(Level.SEVERE);
    }

    private final Catalogue catalogue;
    private final Words words = new Words();

    /** Asks this catalogue. */
    public Matcher(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** At most so many listings for the demand of this code, or empty where there is no such demand. */
    public Optional<List<Match>> matches(String demand, int most) {
        return catalogue.demand(demand).map(terms -> search(terms, most));
    }

    private List<Match> search(DemandTerms terms, int most) {
        List<Offered> offered = catalogue.offered();
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            index(directory, offered);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                List<Match> matches = new ArrayList<>();
                for (ScoreDoc found : new IndexSearcher(reader).search(query(terms), most).scoreDocs) {
                    matches.add(match(offered.get(found.doc), found.score));
                }
                return matches;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("an index in memory cannot be read", failure);
        }
    }

    // One segment in the order of the listings, so that a document's number is the listing's place.
    private void index(ByteBuffersDirectory directory, List<Offered> offered) throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(words))) {
            for (Offered one : offered) {
                writer.addDocument(document(one.right()));
            }
            writer.forceMerge(1);
        }
    }

    private static Document document(OfferedRight right) {
        Document document = new Document();
        document.add(new StringField(FIELD, right.field(), Store.NO));
        document.add(new IntPoint(LEVEL, right.maturityLevel()));
        document.add(new TextField(KEYWORDS, right.title() + "\n" + right.keywords(), Store.NO));
        document.add(new TextField(TEXT, right.summary(), Store.NO));
        return document;
    }

    private Query query(DemandTerms terms) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(new BoostQuery(new TermQuery(new Term(FIELD, terms.field())), FIELD_WEIGHT), Occur.SHOULD);
        for (String term : words.of(terms.title() + "\n" + terms.keywords() + "\n" + terms.description(), MOST_TERMS)) {
            query.add(new BoostQuery(new TermQuery(new Term(KEYWORDS, term)), KEYWORD_WEIGHT), Occur.SHOULD);
            query.add(new TermQuery(new Term(TEXT, term)), Occur.SHOULD);
        }
        query.setMinimumNumberShouldMatch(1);
        if (terms.leastMaturityLevel() > 0) {
            query.add(IntPoint.newRangeQuery(LEVEL, terms.leastMaturityLevel(), HIGHEST_LEVEL), Occur.FILTER);
        }
        return query.build();
    }

    private static Match match(Offered one, float score) {
        OfferedRight right = one.right();
        return new Match(one.listing(), right.code(), right.title(), right.field(), right.maturityLevel(), score);
    }
}
