// A list whose copies share their elements: a view with 10,000 choices is handed from frame to frame at
// the price of a pointer, and so is a copy in which a few of them are other ones (those that are chosen).
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace buurtpeil {

template <class T>
class SharedList {
 public:
  using value_type = T;

  SharedList() = default;
  SharedList(std::initializer_list<T> elements) : elements_(std::make_shared<std::vector<T>>(elements)) {}

  [[nodiscard]] std::size_t size() const { return elements_ ? elements_->size() : 0; }
  [[nodiscard]] bool empty() const { return size() == 0; }
  [[nodiscard]] const T& operator[](std::size_t index) const {
    const auto found = std::ranges::lower_bound(replaced(), index, {}, &Replaced::first);
    return found != replaced().end() && found->first == index ? found->second : (*elements_)[index];
  }
  [[nodiscard]] const T& at(std::size_t index) const { return elements_->at(index), (*this)[index]; }
  [[nodiscard]] const T& front() const { return (*this)[0]; }

  /// The very same elements, not only equal ones: known without looking at them.
  [[nodiscard]] bool same_as(const SharedList& other) const {
    return elements_ == other.elements_ && replaced_ == other.replaced_;
  }
  /// The same but for those that were replaced in the one or the other.
  [[nodiscard]] bool shares_with(const SharedList& other) const { return elements_ == other.elements_; }

  /// To change it: elements that no other copy has.
  [[nodiscard]] std::vector<T>& own() {
    if (!elements_ || elements_.use_count() > 1 || replaced_)
      elements_ = std::make_shared<std::vector<T>>(begin(), end());
    replaced_ = nullptr;
    return *elements_;
  }
  void push_back(T element) { own().push_back(std::move(element)); }

  /// Elements in the places of others, by index: in this list and its copies, which share the rest with those
  /// it was copied from.
  using Replaced = std::pair<std::size_t, T>;
  [[nodiscard]] std::span<const Replaced> replaced() const {
    return replaced_ ? std::span<const Replaced>(*replaced_) : std::span<const Replaced>();
  }
  /// All of them, in the order of their places.
  void replace(std::vector<Replaced> elements) {
    replaced_ =
        elements.empty() ? nullptr : std::make_shared<const std::vector<Replaced>>(std::move(elements));
  }

  class const_iterator {
   public:
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::forward_iterator_tag;
    const_iterator() = default;
    const_iterator(const SharedList* list, std::size_t index) : list_(list), index_(index) {}
    const T& operator*() const { return (*list_)[index_]; }
    const T* operator->() const { return &**this; }
    const_iterator& operator++() { return ++index_, *this; }
    const_iterator operator++(int) { return {list_, index_++}; }
    const_iterator operator+(difference_type places) const {
      return {list_, index_ + static_cast<std::size_t>(places)};
    }
    friend bool operator==(const const_iterator&, const const_iterator&) = default;
    friend difference_type operator-(const const_iterator& one, const const_iterator& other) {
      return static_cast<difference_type>(one.index_) - static_cast<difference_type>(other.index_);
    }

   private:
    const SharedList* list_ = nullptr;
    std::size_t index_ = 0;
  };
  [[nodiscard]] const_iterator begin() const { return {this, 0}; }
  [[nodiscard]] const_iterator end() const { return {this, size()}; }

 private:
  std::shared_ptr<std::vector<T>> elements_;
  std::shared_ptr<const std::vector<Replaced>> replaced_;
};

}  // namespace buurtpeil
