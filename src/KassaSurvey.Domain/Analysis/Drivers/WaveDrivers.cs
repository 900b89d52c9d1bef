using System.Collections.Immutable;

namespace KassaSurvey.Domain.Analysis.Drivers;

/// <summary>The driver models of one wave and population. Models differ in whom they are about, so each states its base.</summary>
/// <param name="Target">The question explained, or <see cref="SatisfactionModel.TargetCode"/>.</param>
/// <param name="Models">The main model first, then one for each area that only some were asked about, and the telephone's by question.</param>
public sealed record WaveDrivers(string Target, ImmutableArray<BasedDrivers> Models)
{
    /// <summary>
    /// The drivers to fix first, most important first: those of the main model, and each area that only some were asked about by
    /// its own model. Null when no model of areas has figures.
    /// </summary>
    public ImmutableArray<Driver>? FirstToFix
    {
        get
        {
            var read = Models.Where(model => !model.IsByQuestion)
                .Select(model => (model.Area, Reading: model.Reading as DriverReading.Reported))
                .Where(model => model.Reading is not null).ToList();
            return read.Count == 0
                ? null
                :
                [
                    .. read.SelectMany(model => model.Reading!.Drivers.Where(driver => model.Area is null || driver.Code == model.Area))
                        .Where(driver => driver.Quadrant == DriverQuadrant.FixFirst)
                        .OrderByDescending(driver => driver.Importance.Value),
                ];
        }
    }
}

/// <summary>One driver model and the respondents it is about.</summary>
/// <param name="Area">The area that narrows the base; null for the main model.</param>
/// <param name="IsByQuestion">True when the drivers are that area's questions one by one, not areas.</param>
/// <param name="Drivers">The drivers in the model.</param>
/// <param name="Base">Respondents of the population who were asked about the target and every driver; null when too few to say.</param>
/// <param name="Reading">What may be said.</param>
public sealed record BasedDrivers(string? Area, bool IsByQuestion, ImmutableArray<string> Drivers, long? Base, DriverReading Reading);
