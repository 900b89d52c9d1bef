using System.Collections.Immutable;

namespace KassaSurvey.Domain.Analysis.Drivers;

/// <summary>The driver models of one wave and population. Models differ in whom they are about, so each states its base.</summary>
/// <param name="Target">The question explained, or <see cref="SatisfactionModel.TargetCode"/>.</param>
/// <param name="Models">The main model first, then one for each area that only some were asked about.</param>
public sealed record WaveDrivers(string Target, ImmutableArray<BasedDrivers> Models);

/// <summary>One driver model and the respondents it is about.</summary>
/// <param name="Area">The driver that narrows the base; null for the main model.</param>
/// <param name="Drivers">The drivers in the model.</param>
/// <param name="Base">Respondents of the population who were asked about the target and every driver; null when too few to say.</param>
/// <param name="Reading">What may be said.</param>
public sealed record BasedDrivers(string? Area, ImmutableArray<string> Drivers, long? Base, DriverReading Reading);
