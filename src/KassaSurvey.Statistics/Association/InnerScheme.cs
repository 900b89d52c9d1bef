namespace KassaSurvey.Statistics.Association;

/// <summary>How a path model weighs the neighbours of a latent variable while it looks for the outer weights.</summary>
public enum InnerScheme
{
    /// <summary>Regression on predecessors, correlation with successors (Lohmöller 1989). The usual choice.</summary>
    Path,

    /// <summary>The sign of the correlation with each neighbour (Wold 1982).</summary>
    Centroid,

    /// <summary>The correlation with each neighbour.</summary>
    Factorial,
}
