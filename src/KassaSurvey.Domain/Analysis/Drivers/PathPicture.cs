using System.Collections.Immutable;

namespace KassaSurvey.Domain.Analysis.Drivers;

/// <summary>A path model as a picture: what leads to what, how strongly, and how well each part does.</summary>
/// <param name="Nodes">The drivers in their order, the target, what it leads to.</param>
/// <param name="Arrows">Each with its path coefficient.</param>
public sealed record PathPicture(ImmutableArray<PathNode> Nodes, ImmutableArray<PathArrow> Arrows);

/// <summary>A latent variable of the model.</summary>
/// <param name="Code">The area, or <see cref="SatisfactionModel.TargetCode"/>.</param>
/// <param name="Index">Mean of the complete rows, 0-100.</param>
/// <param name="RSquared">Share 0-1 of its variance that the arrows to it explain; null where none leads to it.</param>
public sealed record PathNode(string Code, DriverFigure Index, double? RSquared);

/// <summary>An arrow between two latent variables.</summary>
/// <param name="Source">Where it begins.</param>
/// <param name="Target">Where it leads.</param>
/// <param name="Coefficient">Standard deviations of the target that go with one of the source, the other arrows to it being equal.</param>
public sealed record PathArrow(string Source, string Target, DriverFigure Coefficient);
