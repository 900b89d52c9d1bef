namespace KassaSurvey.Statistics.Association;

/// <summary>A latent variable and the items that measure it. Immutable.</summary>
public sealed class PathBlock
{
    private readonly int[] items;

    /// <summary>A block.</summary>
    /// <param name="items">Indices of its items in the covariance matrix; at least one.</param>
    /// <param name="mode">How they are weighted.</param>
    /// <exception cref="ArgumentException">There is no item.</exception>
    public PathBlock(ReadOnlySpan<int> items, MeasurementMode mode = MeasurementMode.A)
    {
        if (items.IsEmpty)
        {
            throw new ArgumentException("A block has at least one item.", nameof(items));
        }

        this.items = items.ToArray();
        Mode = mode;
    }

    /// <summary>Indices of the items in the covariance matrix.</summary>
    public ReadOnlySpan<int> Items => items;

    /// <summary>How the items are weighted.</summary>
    public MeasurementMode Mode { get; }
}
