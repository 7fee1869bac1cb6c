package org.tpx.protocol;

/** In what a technology is evaluated, each for itself. */
public enum EvaluationDimension {
    TECHNOLOGY,
    INDUSTRIALISATION,
    MARKET,
    SOCIAL_BENEFIT,
    /** The fewer points, the greater the risk. */
    RISK
}
