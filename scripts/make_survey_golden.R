# Makes tests/data/survey_golden.json with R's package survey (Debian: r-cran-survey,
# r-cran-jsonlite), so that the estimates of sauro.surveys can be held against it.
#
#   Rscript scripts/make_survey_golden.R
suppressPackageStartupMessages({
  library(survey)
  library(jsonlite)
})

set.seed(20261124)
n <- 240
data <- data.frame(
  stratum = sample(0:3, n, replace = TRUE, prob = c(4, 3, 2, 1)),
  sex = sample(0:1, n, replace = TRUE),
  commune = sample(0:2, n, replace = TRUE)
)
data$cluster <- data$stratum * 10 + sample(0:5, n, replace = TRUE)
data$weight <- round(runif(n, 0.5, 3), 3)
data$score <- round(2 + data$stratum / 3 + data$sex / 2 + rnorm(n), 3)
data$satisfied <- as.integer(data$score > 2.8)
data$score[sample(n, 12)] <- NA
data$size <- c(60, 40, 30, 20)[data$stratum + 1]

both <- function(estimate) {
  list(value = unname(coef(estimate)), standard_error = unname(as.vector(SE(estimate))))
}
groups <- function(formula, design) {
  table <- svyby(formula, ~commune, design, svymean, na.rm = TRUE)
  list(value = unname(coef(table)), standard_error = unname(SE(table)))
}

plain <- svydesign(ids = ~1, weights = ~weight, data = data)
full <- svydesign(ids = ~cluster, strata = ~stratum, weights = ~weight, data = data, nest = TRUE)
finite <- svydesign(ids = ~cluster, strata = ~stratum, weights = ~weight, fpc = ~size,
                    data = data, nest = TRUE)
population <- data.frame(sex = 0:1, Freq = c(300, 260))
post <- postStratify(plain, ~sex, population)
post_clusters <- postStratify(full, ~sex, population)

results <- list(
  weights = both(svymean(~score, plain, na.rm = TRUE)),
  share = both(svymean(~satisfied, plain)),
  clusters = both(svymean(~score, full, na.rm = TRUE)),
  finite = both(svymean(~score, finite, na.rm = TRUE)),
  communes = groups(~score, full),
  post = both(svymean(~satisfied, post)),
  post_clusters = both(svymean(~satisfied, post_clusters)),
  post_communes = groups(~satisfied, post)
)
writeLines(
  toJSON(
    list(
      source = paste("R", getRversion(), "survey", packageVersion("survey"),
                     "by scripts/make_survey_golden.R; random numbers, no real answers"),
      population = population$Freq,
      post_weights = weights(post),
      data = data,
      results = results
    ),
    digits = 15, auto_unbox = TRUE, na = "null", dataframe = "columns"
  ),
  "tests/data/survey_golden.json"
)
