namespace KassaSurvey.Statistics.Association;

/// <summary>The blocks of a path model and the arrows between them. Immutable.</summary>
public sealed class PathSpecification
{
    private readonly PathBlock[] blocks;
    private readonly bool[,] arrows;
    private readonly int[] order;

    /// <summary>A model.</summary>
    /// <param name="blocks">The latent variables; no item may belong to two.</param>
    /// <param name="paths">Arrows as indices of blocks.</param>
    /// <param name="scheme">The inner weighting.</param>
    /// <exception cref="ArgumentException">
    /// An arrow leads outside, to itself or in a circle, a block has no arrow at all, or an item belongs to two blocks.
    /// </exception>
    public PathSpecification(ReadOnlySpan<PathBlock> blocks, ReadOnlySpan<(int Source, int Target)> paths, InnerScheme scheme = InnerScheme.Path)
    {
        this.blocks = blocks.ToArray();
        arrows = new bool[blocks.Length, blocks.Length];
        foreach (var (source, target) in paths)
        {
            if ((uint)source >= (uint)blocks.Length || (uint)target >= (uint)blocks.Length)
            {
                throw new ArgumentException($"The path {source} to {target} leads outside the {blocks.Length} blocks.", nameof(paths));
            }

            arrows[source, target] = true;
        }

        Scheme = scheme;
        order = CausalOrder();
        RequireNeighbours();
        RequireOwnItems();
    }

    /// <summary>The latent variables.</summary>
    public ReadOnlySpan<PathBlock> Blocks => blocks;

    /// <summary>The inner weighting.</summary>
    public InnerScheme Scheme { get; }

    /// <summary>The blocks so ordered that every arrow leads forward.</summary>
    internal ReadOnlySpan<int> Order => order;

    /// <summary>Whether an arrow leads from one block to another.</summary>
    public bool HasPath(int source, int target) => arrows[source, target];

    /// <summary>The blocks with an arrow to this one; empty for a block that nothing explains.</summary>
    public int[] Predecessors(int target)
    {
        var sources = new List<int>();
        for (var source = 0; source < blocks.Length; source++)
        {
            if (arrows[source, target])
            {
                sources.Add(source);
            }
        }

        return [.. sources];
    }

    /// <summary>Total effects of each block on each other from direct ones: (I − B)⁻¹ − I, summed along the arrows.</summary>
    internal double[,] TotalEffects(double[,] direct)
    {
        var total = new double[blocks.Length, blocks.Length];
        foreach (var target in order)
        {
            foreach (var source in Predecessors(target))
            {
                total[source, target] += direct[source, target];
                for (var origin = 0; origin < blocks.Length; origin++)
                {
                    total[origin, target] += total[origin, source] * direct[source, target];
                }
            }
        }

        return total;
    }

    private int[] CausalOrder()
    {
        var placed = new bool[blocks.Length];
        var sorted = new List<int>(blocks.Length);
        for (var round = 0; round < blocks.Length; round++)
        {
            for (var block = 0; block < blocks.Length; block++)
            {
                var isReady = !placed[block];
                for (var source = 0; source < blocks.Length && isReady; source++)
                {
                    isReady = !arrows[source, block] || placed[source];
                }

                if (isReady)
                {
                    placed[block] = true;
                    sorted.Add(block);
                }
            }
        }

        return sorted.Count == blocks.Length ? [.. sorted] : throw new ArgumentException("The paths form a circle.", "paths");
    }

    private void RequireNeighbours()
    {
        for (var block = 0; block < blocks.Length; block++)
        {
            var isLinked = false;
            for (var other = 0; other < blocks.Length; other++)
            {
                isLinked |= arrows[block, other] || arrows[other, block];
            }

            if (!isLinked)
            {
                throw new ArgumentException($"Block {block} has no path.", "paths");
            }
        }
    }

    private void RequireOwnItems()
    {
        var seen = new HashSet<int>();
        foreach (var block in blocks)
        {
            foreach (var item in block.Items)
            {
                if (!seen.Add(item))
                {
                    throw new ArgumentException($"Item {item} belongs to two blocks.", nameof(blocks));
                }
            }
        }
    }
}
