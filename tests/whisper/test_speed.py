import pytest

from sayback.errors import ModelError
from sayback.whisper import speed
from sayback.whisper.random_weights import TINIEST
from sayback.whisper.speed import Speed, recommend


def machine(**factors):
    """A machine on which models take these shares of real time."""
    names = {name.replace("_", ".").replace("distil.", "distil-"): f for name, f in factors.items()}

    def measure(name):
        if name not in names:
            raise MemoryError
        return Speed(name, window_s=20 * names[name], token_s=0.0)

    return measure


def test_the_largest_that_runs_at_half_of_real_time_is_named():
    measure = machine(tiny_en=0.05, base_en=0.1, distil_small_en=0.3, small_en=0.7)
    result = recommend(measure_model=measure)
    assert result.model == "distil-small.en"
    assert [one.model for one in result.measured][-1] == "small.en"


def test_nothing_larger_than_the_first_slow_one_is_measured():
    asked = []
    recommend(on_measure=asked.append, measure_model=machine(tiny_en=0.2, base_en=0.6))
    assert asked == ["tiny.en", "base.en"]


def test_a_very_slow_machine_gets_the_smallest():
    assert recommend(measure_model=machine(tiny_en=1.4)).model == "tiny.en"


def test_a_model_that_does_not_fit_ends_the_search():
    assert recommend(measure_model=machine(tiny_en=0.1, base_en=0.2)).model == "base.en"


def test_a_machine_that_fits_nothing_is_told_so():
    with pytest.raises(ModelError, match="can't be measured"):
        recommend(measure_model=machine())


def test_the_cost_is_a_window_a_piece_and_the_tokens_of_speech():
    assert Speed("base.en", window_s=2.0, token_s=0.01).real_time_factor == pytest.approx(0.145)


def test_a_real_measurement_of_a_tiny_shape(monkeypatch):
    monkeypatch.setitem(speed.SHAPES, "tiniest", TINIEST)
    result = speed.measure("tiniest")
    assert 0 < result.window_s < 5
    assert 0 <= result.token_s < 0.1
    with pytest.raises(ModelError, match="huge"):
        speed.measure("huge")
